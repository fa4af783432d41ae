/// What vi's mode remembers.
struct ViState {
    /// Whether keys are commands; otherwise they are text.
    var isCommand = false
    /// Whether libedit's map is still that of commands.
    var isChangingMap = false
    /// The line as the last command left it. libedit moves the cursor when it changes modes and when it draws.
    var settled: EditedLine?
    /// What `;` looks for.
    var find: ViFind?
    /// What `.` does again, with the text that was typed in it.
    var change: (command: ViCommand, typed: String?)?
    /// The command that text is being typed for, and the line when that began.
    var insertion: (command: ViCommand, start: EditedLine)?
    /// How much could be undone when text began to be typed.
    var undoDepth = 0
}
