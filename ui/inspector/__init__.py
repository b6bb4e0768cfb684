"""Every field of what is selected, beside a workspace. No editor of its own where `forms` has one."""
