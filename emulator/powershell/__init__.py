"""The language: tokens, parser, syntax tree, compiler, runtime, binder."""
