/// What lessons say of themselves, beside what their files say: the case is the key in a catalogue of translations, the
/// raw value the English text. `{name}` is filled in.
public enum Message: String, CaseIterable, Sendable {
    // The way through a lesson.
    case resumed = "You stopped at step {step} of {count}; the steps before are done again."
    case standIn = "Port {port} is taken on this machine; {other} stands in for it here."
    case standInForClosed = """
        Connections that were closed a moment ago still hold port {port}, for a minute at most (TIME_WAIT); {other} stands in \
        for it here.
        """
    case position = "Step {step} of {count}: {title}"
    case goOn = "Type next to go on."
    case finished = "That was the lesson {title}. Well done."
    case over = "The lesson is over; quit leaves."
    case playing = "Try what you like; resume goes on with the step, with new sockets."
    case right = "Right."
    case lost = "This step cannot be finished any more: reset begins it again."
    case setupFailed = "This step could not be prepared: {problem}"
    case hint = "hint {level}:"
    case noHint = "There is no hint for this step; skip shows the answer."
    case lastHint = "There is no plainer hint; skip shows the answer and does it."
    case stuck = "hint helps; reset begins the step again; skip shows the answer and does it."
    case peerFailed = "The other end, {peer}, has failed: {problem}. reset begins the step again."
    case noPeers = "No other end has done anything in this step yet."
    case oneWay = "This is one way to do it:"
    case skipFailed = "reset begins the step again; then skip does it."

    // Questions.
    case choose = "Type answer and the number."
    case foretell = """
        Say what will happen before it runs: type answer, followed by the reply, the errno or the state. You need not be \
        right; it runs then, and you see.
        """
    case runsThen = "You need not type this line; it runs when you have answered:"
    case ranAhead = "That is the line that answer runs. Make your guess; what you typed is undone first: answer …"
    case undone = "What you did since the question was asked is undone, and the line runs on new sockets."
    case notAsItBegins =
        "The line did not do what this step expects, so your answer is not graded; reset begins it again."
    case foretellAgain = "Your guess: answer …"
    case unasked = "There is no question here."
    case questionFirst = "There is a question first."
    case outOfRange = "An answer is a number from 1 to {count}."
    case itWas = "It was {answer}. {explanation}"
    case answerIs = "{answer}: {explanation}"

    // What is wanted, and what there is instead.
    case difference = "wanted {wanted}; {seen}"
    case noSocket = "there is no socket yet"
    case noSocketNamed = "there is no socket named {name} yet"
    case tooFewSockets = "wanted {count} of {wanted}; there are {seen}"
    case socket = "a socket"
    case socketOfKind = "{kind} socket"
    case socketNamed = "named {name}"
    case socketOnPort = "on {port}"
    case socketBound = "that is bound"
    case socketUnbound = "that is not bound"
    case socketLimited = "with a timeout"
    case socketToPort = "connected to {port}"
    case hasType = "{name} is {type}"
    case isAnother = "{name} is another socket"
    case isBoundTo = "{name} is bound to {address}"
    case isNotBound = "{name} is not bound yet"
    case isNotLimited = "{name} may wait forever (settimeout)"
    case isConnectedTo = "{name} is connected to {address}"
    case isNotConnected = "{name} is not connected"
    case boundNotListening = "{name} is bound to {address} and has not called listen"
    case neitherBoundNorListening = "{name} is neither bound nor listening"
    case listenerIsNoConnection = "{name} listens; the connection is another socket, from accept"
    case isInState = "{name} is {state}"
    case isGone = "{name} is gone"

    // Calls.
    case callOf = "a call to {call}"
    case noCall = "there has been none yet"
    case tooFewCalls = "wanted {call} {count} times; so far {seen}"
    case callWith = "{call} with {arguments}"
    case and = "{one} and {other}"
    case onSocket = "{what} on {socket}"
    case toSucceed = "{call} to succeed"
    case toFail = "{call} to fail"
    case toFailWith = "{call} to fail with {error}"
    case calledOn = "{call} was on {socket}"
    case calledOnNone = "{call} was on no socket"
    case calledWith = "{call} had {argument} {value}"
    case calledTo = "{call} was with {address}"
    case failedWith = "{call} failed with {error}"
    case succeeded = "{call} succeeded"
    case then = "{one}, then {other}"
    case neverCalled = "{call} has not been called"
    case notCalledAfter = "{call} has not been called after {done}"

    // Data and variables.
    case dataSent = "{data} sent"
    case dataReceived = "{data} received"
    case dataToPeer = "{data} to reach {peer}"
    case noData = "there has been no data yet"
    case otherData = "it was {data}"
    case aVariable = "something in {name}"
    case inVariable = "{value} in {name}"
    case otherValue = "it is {value}"
    case noVariable = "there is no variable of that name"
    case noLeaks = "every descriptor closed or in the table"
    case leaked = "{count} let go without close"
    case stillThere = "still there: {what}"
    case notWanted = "this should not be there: {what}"

    // The menu of a course.
    case damaged = "(damaged: netshell lesson lint says why)"
    case done = "done"
    case partlyDone = "{done} of {count} steps done"
    case howToBegin = "netshell learn NAME begins a lesson or continues it."
    case goOnWith = """
        Enter goes on with {number} {name}; a name or a number begins another lesson, ? lists them, q leaves.
        """
    case allDone = "All of it is done. A name or a number begins a lesson again, ? lists them, q leaves."
    case noLesson = "There is no lesson {name}."
    case noLessonBut = "There is no lesson {name}; did you mean {near}?"

    // What a lesson cannot do without, and what it asks for.
    case needsRaw = """
        this lesson makes raw sockets, and you may not: the kernel asks for the capability CAP_NET_RAW (raw(7)), which root \
        has: sudo netshell learn raw plays it
        """
    case needsInet6 = "this lesson needs IPv6, and this machine has no ::1 to bind to"
    case wantsNetworks = "The lesson {title} wants to reach addresses outside this machine: {networks}."
    case wantsToBeReached =
        "The lesson {title} wants to let other machines reach it: its sockets are bound to {addresses}."
    case wantsFiles = "The lesson {title} wants to read and write files outside its folder: {files}."
    case mayIt = "May it, from now on (yes or no)?"
    case yes = "yes y"
    case mayNot = "Then it may not; whatever needs it will fail."
    case untested = "{demands} Without a yes it cannot be tested; netshell learn asks."
    case nobodyToAsk = "There is no terminal to ask on, so it may not; learn --outside allows it for one run."
}
