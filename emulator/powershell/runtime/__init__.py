"""The runtime: sessions, scopes, pipelines, streams, error records, command resolution, limits.

`session.Session` is what doors hold; `scriptblock.ScriptBlock` is the value of `{ ... }`.
"""
