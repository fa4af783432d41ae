/// The texts that a lesson begins as; what is left for the author is marked with TODO.
public enum LessonTemplate {
    /// A lesson that proves itself and shows the kinds of fences: a task, a choice, a prediction, another end, a closing.
    public static func lesson(id: String) -> String {
        head(id: id, ports: [("PORT", 8088)])
            + step(
                title: "TODO First step",
                id: "first",
                transcript: ["> s = socket inet stream"],
                check: "socket named s inet stream",
                more: """
                    ```mistake
                    > s = socket inet dgram
                    TODO Why that is not it, and what to type.
                    ```

                    """
            ) + questions + otherEnd + """
                ## TODO What was learnt

                - TODO

                """
    }

    private static let questions = """
        ## TODO Two questions {#questions}

        ```choice
        TODO What does connect want to know?
        - [ ] the family of the socket: The socket has one since it was made.
        - [x] a host and a port: Right.
        ```

        ```predict
        TODO Nobody listens on port [PORT] yet. What comes of connect?
        > s.connect 127.0.0.1 [PORT]
        ECONNREFUSED
        TODO Why.
        ```


        """

    private static let otherEnd = """
        ## TODO The other end {#talk}

        TODO A server waits on port [PORT] now.

        ```peer server
        l = socket inet stream
        l.setsockopt reuseaddr on
        l.bind 127.0.0.1 [PORT]
        l.listen
        w = l.accept
        w.recv 5 waitall
        ```

        ```do
        > c = socket inet stream
        > c.connect 127.0.0.1 [PORT]
        > c.send hello
        5
        ```

        ```check
        eventually 5 peer server received hello
        ```

        TODO Why that was right.

        ```hint 1
        TODO
        ```

        ```hint 2
        TODO
        ```

        ```say
        TODO What the presenter tells the class here.
        ```


        """

    static func head(id: String, ports: [(name: String, number: UInt32)]) -> String {
        let named = ports.map { "\($0.name)=\($0.number)" }.joined(separator: " ")
        return """
            title: TODO \(id)
            id: \(id)
            about: TODO one line
            time: 10
            level: 1
            \(named.isEmpty ? "" : "ports: \(named)\n")
            TODO What the learner will be able to do after this.


            """
    }

    /// A step around a transcript and what is to come of it.
    static func step(title: String, id: String, transcript: [String], check: String, more: String = "") -> String {
        // No line of the transcript may be taken for the fence's end.
        let ticks = transcript.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, ticks + 1))
        return """
            ## \(title) {#\(id)}

            TODO What to do, and what for.

            \(fence)do
            \(transcript.joined(separator: "\n"))
            \(fence)

            ```check
            \(check)
            ```

            TODO Why that was right.

            ```hint 1
            TODO
            ```

            ```hint 2
            TODO
            ```

            \(more)

            """
    }

    /// The id of a step, from its title, and not one of those that others have.
    static func id(of title: String, besides taken: inout Set<String>) -> String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        let letters = String(words.drop { !$0.isLetter }.prefix(40))
        let id = letters.isLessonID ? letters : "step"
        var free = id
        var number = 2
        while !taken.insert(free).inserted {
            free = "\(id)-\(number)"
            number += 1
        }
        return free
    }
}
