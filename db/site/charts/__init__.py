"""Charts and maps as SVG that the server draws: on pages without scripts, as files, in frames of others."""
