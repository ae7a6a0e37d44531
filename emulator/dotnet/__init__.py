"""The .NET surface that scripts touch: types by name, methods, statics and constructors as tables."""
