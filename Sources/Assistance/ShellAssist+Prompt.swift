import Language
import LineEditing
import Shell

extension ShellAssist {
    /// The prompt: the current socket with its state and address, the running jobs. It leaves a third of the row for
    /// what is typed, so a long path or name is shortened to its end.
    func prompt(columns: Int) -> StyledText {
        let running = session.jobs.running
        let jobs = running == 0 ? "" : running == 1 ? " (1 job)" : " (\(running) jobs)"
        let room = max(columns * 2 / 3 - jobs.count - 2, 4)
        var text = StyledText()
        if let socket = session.sockets.current {
            let name = socket.name.keepingEnd(columns: room)
            text.append(name, .promptName)
            text.append(Self.summary(socket, columns: room - name.count), .promptState)
        } else {
            text.append("netshell", .promptName)
        }
        text.append(jobs, .promptState)
        text.append("> ", .promptMark)
        return text
    }

    /// A socket's state and address after a blank; without the address if there is hardly room for it.
    private static func summary(_ socket: Socket, columns: Int) -> String {
        let state = socket.state.map { " " + $0.description } ?? ""
        let room = columns - DisplayWidth.of(state) - 1
        let place = socket.place
        if place.isEmpty || room < min(8, place.count) { return state.count <= columns ? state : "" }
        return state + " " + place.keepingEnd(columns: room)
    }
}

extension String {
    /// The text, or as much of its end as fits after an ellipsis.
    fileprivate func keepingEnd(columns: Int) -> String {
        guard DisplayWidth.of(self) > columns else { return self }
        var end = ""
        var room = columns - 1
        for character in reversed() {
            room -= DisplayWidth.of(character)
            if room < 0 { break }
            end.insert(character, at: end.startIndex)
        }
        return "…" + end
    }
}
