"""The map as a thing to hang up: title block, lanes as large as a sheet allows, legend. May not know what prints it."""
