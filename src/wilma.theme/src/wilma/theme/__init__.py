"""The look of WiLMA: tokens, shell, templates, icons. No behaviour, no imports of ours."""
