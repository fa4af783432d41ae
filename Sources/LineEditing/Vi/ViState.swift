/// What vi mode remembers.
struct ViState {
    /// Whether keys are commands; otherwise they are text.
    var isCommand = false
    /// Whether what is typed replaces what is there, as after `R`.
    var isOverwriting = false
    /// What `;` looks for.
    var find: ViFind?
    /// What `.` repeats, with the text that was typed in it.
    var change: (command: ViCommand, typed: String?)?
    /// The command for which text is being typed, and the line when that began.
    var insertion: (command: ViCommand, start: EditedLine)?
    /// The undo depth when typing began.
    var undoDepth = 0
}
