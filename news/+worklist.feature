Editors and reviewers have a page "Redaktion": what waits for approval, their drafts, and what they sent in.
