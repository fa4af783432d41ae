/// libedit's names of functions, editline(7), as `~/.editrc` uses them, and the functions here that do the same.
enum FunctionNames {
    /// The function that a name stands for; nil if there is none.
    static func own(_ name: String) -> String? {
        if LineEditor.functions[name] != nil { return name }
        if let own = same[name] { return own }
        return viCommands[name].map { "ns-vi " + $0 }
    }

    /// What needs a command line, an editor, a mark or a spelling of its own, none of which are here.
    static let unavailable: Set<String> = [
        "ed-command", "vi-histedit", "vi-alias", "vi-to-column", "vi-comment-out", "vi-to-history-line",
        "vi-history-word", "em-set-mark", "em-exchange-mark", "em-kill-region", "em-copy-region", "em-toggle-overwrite",
        "em-copy-prev-word", "em-meta-next", "ed-sequence-lead-in",
    ]

    private static let same = [
        "ed-insert": "ns-insert", "ed-newline": "ns-accept", "ed-end-of-file": "ns-delete-or-eof",
        "ed-ignore": "ns-ignore", "ed-unassigned": "ns-ignore", "ed-tty-sigint": "ns-interrupt",
        "ed-redisplay": "ns-redisplay", "ed-clear-screen": "ns-clear-screen", "ed-start-over": "ns-kill-entry",
        "ed-next-char": "ns-right", "ed-prev-char": "ns-left", "ed-prev-word": "ns-word-left",
        "ed-move-to-beg": "ns-begin", "ed-move-to-end": "ns-end", "ed-digit": "ns-insert",
        "ed-delete-prev-char": "ns-delete", "ed-delete-next-char": "ns-delete-next",
        "ed-delete-prev-word": "ns-kill-word-back", "ed-kill-line": "ns-kill-line-end",
        "ed-transpose-chars": "ns-transpose", "ed-quoted-insert": "ns-quoted-insert",
        "ed-argument-digit": "ns-count", "ed-prev-history": "ns-up", "ed-next-history": "ns-down",
        "ed-prev-line": "ns-up", "ed-next-line": "ns-down", "ed-search-prev-history": "ns-up",
        "ed-search-next-history": "ns-down", "em-delete-or-list": "ns-delete-or-eof",
        "em-delete-prev-char": "ns-delete", "em-delete-next-word": "ns-kill-word", "em-yank": "ns-yank",
        "em-kill-line": "ns-kill-entry", "em-gosmacs-transpose": "ns-transpose", "em-next-word": "ns-word-right",
        "em-upper-case": "ns-upper-word", "em-lower-case": "ns-lower-word", "em-capitol-case": "ns-capital-word",
        "em-universal-argument": "ns-count-times-four", "em-inc-search-prev": "ns-search",
        "em-inc-search-next": "ns-search", "vi-command-mode": "ns-vi-command", "vi-delete-prev-char": "ns-delete",
        "vi-list-or-eof": "ns-delete-or-eof", "vi-kill-line-prev": "ns-kill-line-begin", "vi-search-prev": "ns-search",
        "vi-search-next": "ns-search", "vi-repeat-search-next": "ns-search-older",
        "vi-repeat-search-prev": "ns-search-newer",
    ]

    /// The commands of vi that these names mean.
    private static let viCommands = [
        "vi-paste-next": "p", "vi-paste-prev": "P", "vi-prev-big-word": "B", "vi-prev-word": "b",
        "vi-next-big-word": "W", "vi-next-word": "w", "vi-change-case": "~", "vi-change-meta": "c",
        "vi-insert-at-bol": "I", "vi-replace-char": "r", "vi-replace-mode": "R", "vi-substitute-char": "s",
        "vi-substitute-line": "S", "vi-change-to-eol": "C", "vi-insert": "i", "vi-add": "a", "vi-add-at-eol": "A",
        "vi-delete-meta": "d", "vi-end-big-word": "E", "vi-end-word": "e", "vi-undo": "u", "vi-undo-line": "U",
        "vi-zero": "0", "vi-next-char": "f", "vi-prev-char": "F", "vi-to-next-char": "t", "vi-to-prev-char": "T",
        "vi-repeat-next-char": ";", "vi-repeat-prev-char": ",", "vi-match": "%", "vi-yank-end": "Y", "vi-yank": "y",
        "vi-redo": ".",
    ]
}
