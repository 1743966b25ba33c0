# src/completion/local.mk - what shells complete behind "lewis".

bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_bashcompletion_DATA = src/completion/bash/lewis
dist_zshcompletion_DATA = src/completion/zsh/_lewis
dist_fishcompletion_DATA = src/completion/fish/lewis.fish
