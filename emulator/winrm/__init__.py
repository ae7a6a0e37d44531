"""WS-Management without sockets: envelopes, faults, shells, Basic authentication.

`service.Service.handle(connection, headers, body)` is the whole of it; web carries the bytes.
"""
