"""The host: its one door, looks at it, world files, and opening them together with a clock.

`door` is Host.submit and Host.observe; `view` what a look answers; `open` composes state, store
and clock; `world` reads, validates, builds and writes world files.
"""
