"""The operations of WS-Management, one file per action; `winrm.dispatch` lists them."""
