extension RecordingPage {
    /// The page's style: a list of chapters beside the text where there is room, colours for light and dark of which each pair has
    /// a contrast of at least 4.5 to 1, and a sign or a bar wherever a colour says something.
    static let style = """
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfb; --soft: #f0f0ea; --line: #767670; --link: #0b5cad;
          --done: #1c6b1c; --wait: #805400; --bad: #b3121d; --dim: #5a5a55; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #161719; --soft: #23262b; --line: #85888e;
          --link: #7fb7f0; --done: #7fd07f; --wait: #f0c060; --bad: #ff9a9a; --dim: #b0b0b0; } }
        * { box-sizing: border-box; }
        body { color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 78rem; padding: 0 1rem 6rem;
          font: 1rem/1.55 system-ui, sans-serif; display: flex; flex-direction: column; }
        nav { order: -1; } header { order: -2; }
        main { min-width: 0; max-width: 54rem; }
        @media (min-width: 64rem) { body { display: grid; grid-template-columns: 17rem minmax(0, 1fr); column-gap: 2.5rem; align-content: start; }
          header { grid-column: 1 / 3; grid-row: 1; } main { grid-column: 2; grid-row: 2; }
          nav { grid-column: 1; grid-row: 2; position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 8rem); overflow: auto; } }
        nav ol { padding-left: 2.4rem; } nav li { margin: 0.25rem 0; } nav a[aria-current] { font-weight: bold; color: var(--ink); }
        a { color: var(--link); } .place { text-decoration: none; margin-left: 0.5ch; font-weight: normal; }
        h2 { margin-top: 2.2rem; padding-top: 0.8rem; border-top: 1px solid var(--line); font-size: 1.3rem; }
        pre, code, kbd { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        pre { font-size: 0.93rem; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.2rem 0; padding: 0.15rem 0 0.15rem 1ch; border-left: 3px solid transparent; }
        code { background: var(--soft); padding: 0.05em 0.3em; border-radius: 0.2em; font-size: 0.93em; }
        .input { background: var(--soft); border-color: var(--link); font-weight: bold; margin-top: 0.8rem; }
        .reply { border-color: var(--line); } .failure { border-color: var(--bad); color: var(--bad); }
        .notice { border-color: var(--wait); color: var(--wait); font-style: italic; }
        .task { background: var(--soft); border: 1px solid var(--line); border-radius: 0.3rem; padding: 0.4rem 1ch; margin: 0.6rem 0; }
        .shown { margin-left: 2ch; } .said > :first-child { margin-top: 0.6rem; }
        .order { border-left: 3px solid var(--wait); padding-left: 1ch; font-weight: 600; } .order p { margin: 0.6rem 0; }
        .praise { border-left: 3px solid var(--done); padding-left: 1ch; } .difference { border-left: 3px solid var(--wait); padding-left: 1ch; }
        .mistake { border-left: 3px solid var(--bad); padding-left: 1ch; } .sign { font-weight: bold; }
        .praise .sign { color: var(--done); } .difference .sign { color: var(--wait); } .mistake .sign { color: var(--bad); }
        .order .sign { color: var(--wait); } .note { color: var(--dim); }
        blockquote { margin: 0.8rem 0; padding: 0.1rem 1rem; border-left: 4px double var(--line); font-style: italic; }
        .definition { margin-left: 2ch; } .definition dfn { font-weight: bold; font-style: normal; }
        .later { visibility: hidden; }
        .player { position: fixed; left: 0; right: 0; bottom: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; justify-content: center;
          background: var(--soft); border-top: 1px solid var(--line); padding: 0.5rem 1rem; }
        .player button, .player select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 0.3rem;
          padding: 0.25rem 0.7rem; min-height: 2.2rem; } .player input { flex: 1 1 12rem; max-width: 40rem; accent-color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        @media print { .player { display: none; } .definition { margin-left: 2ch; } .definition dfn { font-weight: bold; font-style: normal; }
        .later { visibility: visible; } }
        """
}
