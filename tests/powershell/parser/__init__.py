"""Tests of the tokenizer and the parser."""
