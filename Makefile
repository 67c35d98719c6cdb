.DEFAULT_GOAL := help
.PHONY: help start

help: ## Show this help
	@sed -n 's/^\([a-z0-9_-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 14

start: ## Build if needed and run WiLMA in the foreground (PORT= BIND= SITE= WILMA_VAR= PUBLIC_URL= SMTP=)
	@instance/start.sh
