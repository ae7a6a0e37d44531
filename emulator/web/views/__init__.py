"""The views, one file per resource: unpack, call, pack."""
