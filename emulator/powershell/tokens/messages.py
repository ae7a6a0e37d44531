"""What the parser says: one message per error id.

Source: PowerShell's published ParserStrings, checked against trees.jsonl and errors.jsonl.
"""

_FOREACH_FORM = "\nThe correct form is: foreach ($a in $b) {...}"
_IN_DATA = " in restricted language mode or a Data section."
_NOT_IN_DATA = " not allowed" + _IN_DATA

MESSAGES: dict[str, str] = {
    # Strings, variables, numbers.
    "BadNumericConstant": "The numeric constant {0} is not valid.",
    "EmptyVariableReference": (
        "An empty ${} variable reference was found. A name is required inside the braces."
    ),
    "IncompleteDollarSubexpressionReference": "$(subexpression) is missing the closing ')'.",
    "IncompleteDollarVariableReference": (
        "${{variable}} reference starting is missing the closing '}}'."
    ),
    "IncompleteString": "Incomplete string token.",
    "InvalidBracedVariableReference": (
        "Variable reference is not valid. The variable name is missing."
    ),
    "InvalidUnicodeEscapeSequence": (
        "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six "
        "hex digits and a closing '}'."
    ),
    "InvalidUnicodeEscapeSequenceValue": (
        "The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF."
    ),
    "InvalidVariableReference": (
        "Variable reference is not valid. '$' was not followed by a valid variable name "
        "character. Consider using ${} to delimit the name."
    ),
    "InvalidVariableReferenceWithDrive": (
        "Variable reference is not valid. ':' was not followed by a valid variable name "
        "character. Consider using ${} to delimit the name."
    ),
    "MissingTerminatorMultiLineComment": (
        "The terminator '#>' is missing from the multiline comment."
    ),
    "MissingUnicodeEscapeSequenceTerminator": (
        "The Unicode escape sequence is missing the closing '}'."
    ),
    "OpenBraceNeedsToBeBackTickedInVariableName": "Use `{ instead of { in variable names.",
    "TerminatorExpectedAtEndOfString": "The string is missing the terminator: {0}.",
    "TooManyDigitsInUnicodeEscapeSequence": (
        "The Unicode escape sequence contains more than the maximum of six hex digits between "
        "braces."
    ),
    "UnexpectedCharactersAfterHereStringHeader": (
        "No characters are allowed after a here-string header but before the end of the line."
    ),
    "UnrecognizedToken": "Unrecognized token in source text.",
    "WhitespaceBeforeHereStringFooter": "White space is not allowed before the string terminator.",
    # Expressions.
    "DuplicateKeyInHashLiteral": "Duplicate keys '{0}' are not allowed in hash literals.",
    "ExpectedExpression": "An expression was expected after '('.",
    "ExpectedValueExpression": (
        "You must provide a value expression following the '{0}' operator."
    ),
    "InvalidLeftHandSide": (
        "The assignment expression is not valid. The input to an assignment operator must be an "
        "object that is able to accept assignments, such as a variable or a property."
    ),
    "InvalidUsingExpression": "Expression is not allowed in a Using expression.",
    "MissingArrayIndexExpression": "Array index expression is missing or not valid.",
    "MissingColonInTernaryExpression": "Missing ':' in the ternary expression.",
    "MissingEndParenthesisInExpression": "Missing closing ')' in expression.",
    "MissingEndParenthesisInMethodCall": "Missing ')' in method call.",
    "MissingEndParenthesisInSubexpression": "Missing closing ')' in subexpression.",
    "MissingEndSquareBracket": "Missing ']' after array index expression.",
    "MissingEqualsInHashLiteral": "Missing '=' operator after key in hash literal.",
    "MissingExpressionAfterOperator": "Missing expression after unary operator '{0}'.",
    "MissingExpressionAfterToken": "Missing expression after '{0}'.",
    "MissingPropertyName": "Missing property name after reference operator.",
    "MissingStatementInHashLiteral": "Missing statement after '=' in hash literal.",
    "OperatorRequiresVariableOrProperty": (
        "The '{0}' operator works only on variables or on properties."
    ),
    "OrderedAttributeOnlyOnHashLiteralNode": (
        "The {0} attribute can be specified only on a hash literal node."
    ),
    "ScriptTooComplicated": "Processing was stopped because the script is too complex.",
    "SplattingNotPermitted": (
        "The splatting operator '@' cannot be used to reference variables in an expression. "
        "'@{0}' can be used only as an argument to a command. To reference variables in an "
        "expression use '${0}'."
    ),
    "SplattingNotPermittedInArgumentList": (
        "Splatted variables like '@{0}' cannot be part of a comma-separated list of arguments."
    ),
    "UnexpectedToken": "Unexpected token '{0}' in expression or statement.",
    # Types and attributes.
    "DuplicateNamedArgument": "Duplicate named arguments '{0}' are not allowed.",
    "EndSquareBracketExpectedAtEndOfAttribute": "Missing ] at end of attribute or type literal.",
    "EndSquareBracketExpectedAtEndOfType": "Missing ] at end of type token.",
    "MissingAssemblyNameSpecification": (
        "The type name is missing the assembly name specification."
    ),
    "MissingExpressionInNamedArgument": "Missing statement after '=' in named argument.",
    "MissingTypename": "Missing type name after '['.",
    "ParameterAttributeArgumentNeedsToBeConstant": "Attribute argument must be a constant.",
    "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock": (
        "Attribute argument must be a constant or a script block."
    ),
    "TypeNotAllowedBeforeParam": "Unexpected type [{0}] was found in the parameter statement.",
    "TypeNotAllowedBeforeStatement": "Unexpected type [{0}] was found before statement.",
    "TypeNotFound": "Unable to find type [{0}].",
    "UnexpectedAttribute": "Unexpected attribute '{0}'.",
    "VoidTypeConstraintNotAllowed": (
        "[void] cannot be used as a parameter type, or on the left side of an assignment."
    ),
    # Commands and pipelines.
    "AmpersandNotAllowed": (
        "The ampersand (&) character is not allowed. The & operator is reserved for future use; "
        'wrap an ampersand in double quotation marks ("&") to pass it as part of a string.'
    ),
    "EmptyPipeElement": "An empty pipe element is not allowed.",
    "EmptyPipelineChainElement": "A pipeline chain operator must be followed by a pipeline.",
    "ExpressionsMustBeFirstInPipeline": (
        "Expressions are only allowed as the first element of a pipeline."
    ),
    "InvalidEndOfLine": "The token '{0}' is not a valid statement separator in this version.",
    "MissingArgument": "Missing argument in parameter list.",
    "MissingExpression": "Missing expression after '{0}' in pipeline element.",
    "MissingFileSpecification": "Missing file specification after redirection operator.",
    "ParameterRequiresArgument": "Parameter {0} requires an argument.",
    "RedirectionNotSupported": "The '{0}' operator is reserved for future use.",
    "StreamAlreadyRedirected": "The {0} for this command is already redirected.",
    # Statements.
    "ControlLeavingFinally": "Flow of control cannot leave a Finally block.",
    "EmptyCatchNotLast": "Catch block must be the last catch block.",
    "ExceptionTypeAlreadyCaught": "Exception type {0} is already handled by a previous handler.",
    "IfStatementMissingCondition": "Missing condition in if statement after '{0} ('.",
    "InvalidForeachFlag": "The parameter {0} is not valid for the foreach statement.",
    "InvalidSwitchFlag": "The parameter {0} is not valid for the switch statement.",
    "KeywordParameterReservedForFutureUse": (
        "The {0} '-{1}' parameter is reserved for future use."
    ),
    "LabelNotFound": "The label '{0}' was not found.",
    "MissingCatchHandlerBlock": "The Catch block is missing its statement block.",
    "MissingCatchOrFinally": "The Try statement is missing its Catch or Finally block.",
    "MissingCurlyBraceInSwitchStatement": "Missing '{' in switch statement.",
    "MissingEndCurlyBrace": "Missing closing '}' in statement block or type definition.",
    "MissingEndParenthesisAfterForeach": (
        "Missing closing ')' after expression part of foreach loop." + _FOREACH_FORM
    ),
    "MissingEndParenthesisAfterStatement": (
        "Missing closing ')' after expression in '{0}' statement."
    ),
    "MissingEndParenthesisInSwitchStatement": "Missing ')' after expression in switch statement.",
    "MissingExpressionAfterKeyword": "Missing expression after '{0}' in loop.",
    "MissingFilenameOption": (
        "Cannot process the 'switch' statement because of a missing file name argument to the "
        "-file option."
    ),
    "MissingFinallyStatementBlock": "The Finally block is missing its statement block.",
    "MissingForeachExpression": "Missing expression in foreach loop." + _FOREACH_FORM,
    "MissingForeachStatement": "Missing statement body in foreach loop." + _FOREACH_FORM,
    "MissingInInForeach": "Missing 'in' after variable in foreach loop." + _FOREACH_FORM,
    "MissingLoopStatement": "Missing statement body in {0} loop.",
    "MissingOpenParenthesisAfterKeyword": "Missing opening '(' after keyword '{0}'.",
    "MissingOpenParenthesisInIfStatement": "Missing '(' after '{0}' in if statement.",
    "MissingStatementAfterKeyword": "Missing statement body after keyword '{0}'.",
    "MissingStatementBlock": "Missing statement block after {0} ( condition ).",
    "MissingStatementBlockAfterElse": "Missing statement block after 'else' keyword.",
    "MissingSwitchConditionExpression": "Missing condition in switch statement clause.",
    "MissingSwitchStatementClause": "Missing statement block in switch statement clause.",
    "MissingThrottleLimit": (
        "The ThrottleLimit parameter of the foreach statement is missing a value. Supply a "
        "throttle limit to the parameter."
    ),
    "MissingTrapStatement": (
        "The 'trap' statement was incomplete. A trap statement requires a body."
    ),
    "MissingTryStatementBlock": "The Try statement is missing its statement block.",
    "MissingTypeLiteralToken": "Missing type literal.",
    "MissingVariableNameAfterForeach": "Missing variable name after foreach." + _FOREACH_FORM,
    "MissingWhileOrUntilInDoWhile": "Missing while or until keyword in do loop.",
    "MultipleSwitchDefaultClauses": "A switch statement can have only one default clause.",
    "PipelineValueRequired": (
        "A switch statement must have one of the following:  '-file file_name' or '( expression )'."
    ),
    "ReservedKeywordNotAllowed": (
        "The '{0}' keyword is not supported in this version of the language."
    ),
    "ThrottleLimitRequiresParallelFlag": (
        "The ThrottleLimit parameter is only supported on foreach statements that use the "
        "Parallel parameter."
    ),
    "UnexpectedKeyword": "Unexpected keyword '{0}'.",
    # Script blocks and functions.
    "DuplicateFormalParameter": "Duplicate parameter ${0} in parameter list.",
    "DuplicateScriptCommandClause": "Script command clause '{0}' has already been defined.",
    "InvalidFunctionParameter": (
        "Parameter declarations are a comma-separated list of variable names with optional "
        "initializer expressions."
    ),
    "MissingConfigurationName": (
        "The name for the configuration is missing. Provide the missing name as a simple name, "
        "string, or string-valued expression."
    ),
    "MissingCurlyInConfigurationStatement": "Missing '{' in configuration statement.",
    "MissingEndParenthesisInFunctionParameterList": "Missing ')' in function parameter list.",
    "MissingFunctionBody": "Missing function body in function declaration.",
    "MissingNameAfterKeyword": "Missing name after {0} keyword.",
    "MissingNamedBlocks": (
        "unexpected token '{0}', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'."
    ),
    "MissingNamedStatementBlock": "Missing statement block after '{0}'.",
    "OnlyOneParameterListAllowed": (
        "The param statement cannot be used if arguments were specified in the function "
        "declaration."
    ),
    "WorkflowNotSupportedInPowerShellCore": "Workflow is not supported in PowerShell 6+.",
    # using.
    "ModuleNotFoundDuringParse": "Could not find the module '{0}'.",
    "InvalidValueForUsingItemName": "The value '{0}' is not valid for a using name.",
    "MissingEqualsInUsingAlias": "Missing '=' operator",
    "MissingNamespaceAlias": "Missing namespace alias",
    "MissingStatementTerminator": "Missing statement terminator.",
    "MissingUsingItemName": "Missing using name",
    "MissingUsingStatementDirective": "Missing using directive",
    "UsingMustBeAtStartOfScript": (
        "A 'using' statement must appear before any other statements in a script."
    ),
    "UsingStatementNotSupported": "This syntax of the 'using' statement is not supported.",
    # Classes and enums.
    "ConstructorCantHaveReturnType": "A constructor cannot have a return type.",
    "DuplicateQualifier": "Duplicate '{0}' qualifier",
    "IncompleteMemberDefinition": "Missing a property name or method definition.",
    "MemberAlreadyDefined": "The member '{0}' is already defined.",
    "MethodHasCodePathNotReturn": "Not all code path returns value within method.",
    "MissingBaseCtorCall": "Missing call to base class constructor.",
    "MissingMethodParameterList": "Missing parameter list in method definition.",
    "MissingPropertyTerminator": "Missing ';' or end-of-line in property definition.",
    "MissingTypeBody": "Missing '{' in {0} definition.",
    "NamedBlockNotAllowedInMethod": "Named blocks are not allowed in a method.",
    "NonStaticMemberAccessInStaticMember": (
        "Cannot access the non-static member '{0}' in a static method or initializer of a static "
        "property."
    ),
    "NonVoidMethodMissingReturnValue": "Invalid return statement within non-void method.",
    "ParamBlockNotAllowedInMethod": "A param block is not allowed in a method.",
    "TooManyTypes": "Only one type may be specified on class members.",
    "TypeNameExpected": "A type name was expected.",
    "VariableNotLocal": "Variable is not assigned in the method.",
    "VoidMethodHasReturn": "Invalid return statement within void method.",
    # Data sections.
    "ArrayReferenceNotSupportedInDataSection": "Array references are" + _NOT_IN_DATA,
    "AssignmentStatementNotSupportedInDataSection": "Assignment statements are" + _NOT_IN_DATA,
    "CmdletNotInAllowedListForDataSection": "The command '{0}' is" + _NOT_IN_DATA,
    "DataSectionStatementNotSupportedInDataSection": (
        "The data statement is not allowed in restricted language mode or another Data section."
    ),
    "DoWhileStatementNotSupportedInDataSection": "The Do and While statements are" + _NOT_IN_DATA,
    "DotSourcingNotSupportedInDataSection": "Dot sourcing is" + _NOT_IN_DATA,
    "ExpandableStringNotSupportedInDataSection": "Expandable strings are" + _NOT_IN_DATA,
    "FlowControlStatementNotSupportedInDataSection": (
        "Flow control statements such as Break, Continue, Return, Exit, and Throw are"
        + _NOT_IN_DATA
    ),
    "ForWhileStatementNotSupportedInDataSection": "For and While statements are" + _NOT_IN_DATA,
    "ForeachStatementNotSupportedInDataSection": "Foreach statements are" + _NOT_IN_DATA,
    "FunctionDeclarationNotSupportedInDataSection": "Function declarations are" + _NOT_IN_DATA,
    "InvalidParameterForDataSectionStatement": (
        'The "{0}" parameter of the Data section is not valid. The valid Data section parameter '
        "is SupportedCommand."
    ),
    "MethodCallNotSupportedInDataSection": "Method calls are" + _NOT_IN_DATA,
    "MissingStatementBlockForDataSection": "The Data section is missing its statement block.",
    "MissingValueForSupportedCommandInDataSectionStatement": (
        "The SupportedCommand parameter of the Data section is missing a value. Supply a cmdlet "
        "or function name to the parameter."
    ),
    "OperatorNotSupportedInDataSection": "The '{0}' operator is" + _NOT_IN_DATA,
    "ParameterDeclarationNotSupportedInDataSection": "Parameter declarations are" + _NOT_IN_DATA,
    "PropertyReferenceNotSupportedInDataSection": "Property references are" + _NOT_IN_DATA,
    "RedirectionNotSupportedInDataSection": "Redirection is" + _NOT_IN_DATA,
    "ScriptBlockNotSupportedInDataSection": "Script block literals are" + _NOT_IN_DATA,
    "SwitchStatementNotSupportedInDataSection": "The switch statement is" + _NOT_IN_DATA,
    "TrapStatementNotSupportedInDataSection": "The Trap statement is" + _NOT_IN_DATA,
    "TryStatementNotSupportedInDataSection": "The Try statement is" + _NOT_IN_DATA,
    "TypeNotAllowedInDataSection": "The type {0} is" + _NOT_IN_DATA,
    "VariableReferenceNotSupportedInDataSection": (
        "A variable that cannot be referenced" + _IN_DATA[:-1] + " is being referenced. Variables "
        "that can be referenced include the following: {0}."
    ),
}
"""Message by error id; {0} and {1} take arguments where the error has some."""

DESKTOP_MESSAGES: dict[str, str] = {
    "MissingNamedBlocks": (
        "unexpected token '{0}', expected 'begin', 'process', 'end', or 'dynamicparam'."
    ),
}
"""What 5.1 says otherwise. Source: errors.jsonl errors-parse-error-088, -090."""
