"""Network adapters of virtual machines as objects; their cmdlets are not emulated yet."""
