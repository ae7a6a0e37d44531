"""What exists: the host, its virtual machines and their settings; commands and refusals."""
