"""The compiler: from the syntax tree to Python closures, one file per idea.

An expression becomes `Evaluate` (scope -> value), a statement becomes `Execute` (scope and
`Emit`, where what it writes goes, -> how it was left). `compiler.compile_text` is the entrance.
"""
