"""Views as data; tables, lists, wide and custom layouts; error texts.

The way of an object: `shaping` turns objects into format instructions (what Format-Table and
its kin emit), `printing` turns instructions into lines, `formatter` is both at once (Out-Default,
Out-String). Views are declared with the classes of `views` and looked up in a `ViewTable`.
"""
