/// NetShell as a process: all that the executable does.
public enum Program {
    /// Does what the command line asks for. It may end the process, with one of the codes of ``ExitStatus``.
    public static func main() { MainStack.run { NetShell.main() } }
}
