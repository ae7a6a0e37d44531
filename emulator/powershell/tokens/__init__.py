"""Tokens: the words of a script, scanned in the mode that the grammar asks for.

`kinds` names them, `token` is what a scan yields, `tokenizer` reads them one by one with one
token of look-ahead; the other files scan one family each (words, strings, variables, numbers,
operators, trivia). `parse_errors` collects what is wrong, in the words of `messages`.
"""
