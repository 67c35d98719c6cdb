.DEFAULT_GOAL := help
.PHONY: help start backup restore test bench check format i18n changelog clean

help: ## Show this help
	@sed -n 's/^\([a-z0-9_-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 14

start: ## Build if needed and run WiLMA in the foreground (PORT= BIND= SITE= WILMA_VAR= PUBLIC_URL= SMTP=)
	@instance/start.sh

backup: ## Copy the data folder, while it runs or not (TO= a new folder; default: var/backups/TIME)
	@instance/build.sh
	@instance/backup.sh $(TO)

restore: ## Make a new data folder out of a backup (FROM= the backup; WILMA_VAR=)
	@instance/build.sh
	@instance/restore.sh $(FROM)

test: ## Run every test, on ports and data of their own (CHROMIUM= names the browser)
	@instance/test.sh

XML = $(shell git ls-files '*.zcml' '*.pt' '*.xml')

bench: ## Build two cities of different size (once), and measure the same requests on both
	@instance/bench.sh

check: ## Look at format, lint, spelling and translations; change nothing
	@instance/build.sh
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	@.venv/bin/zpretty --check $(XML)
	@.venv/bin/i18ndude find-untranslated -s $(filter %.pt,$(XML))
	instance/i18n.sh --check
	@.venv/bin/codespell $(shell git ls-files "*.py" "*.sh" "*.zcml" "*.scss" "*.js" "*.md" Makefile "*.cfg" "*.toml" | grep -v -e /built/ -e versions.cfg)

format: ## Bring format and imports into order
	@instance/build.sh
	.venv/bin/ruff check --fix --quiet .
	.venv/bin/ruff format .
	.venv/bin/zpretty -i $(XML)

i18n: ## Collect the words for people; fails while one has no German text
	@instance/build.sh
	@instance/i18n.sh

changelog: ## Show what news/ would make of the next release
	@instance/build.sh
	.venv/bin/towncrier build --draft --version next

clean: ## Remove what building produced; the data in var/ stays
	rm -rf .venv .debian .build bin eggs develop-eggs parts .installed.cfg
