import SystemPackage

extension Journal {
    /// How many events of other layers were recorded.
    public var eventCount: Int { layers.isEmpty ? 0 : layers[0].count }

    /// Whether any event of another layer was recorded.
    public var hasEvents: Bool { !layers.isEmpty }

    private var events: Log<LayerEvent>? { layers.first }

    /// Appends an event, finds the call it belongs to, assigns its number and returns it.
    ///
    /// It can only belong to what is already in the journal: if its origin's number is not assigned yet, it belongs to
    /// nothing.
    @discardableResult
    public mutating func append(_ event: consuming LayerEvent) -> Int {
        if let origin = event.of, !has(origin) { event.of = nil }
        event.after = count
        event.call = call(of: event.of)
        if event.statement == 0, let call = event.call { event.statement = self[call]?.statement ?? 0 }
        beginEvents(at: 1)
        return layers[0].append(event)
    }

    /// Why older events could not be written to the file; only the first time it is asked after that.
    public mutating func takeEventTrouble() -> Errno? { hasEvents ? layers[0].takeTrouble() : nil }

    /// Assigns the first event's number, for events that were saved; does nothing once one has been recorded.
    public mutating func beginEvents(at first: Int) {
        guard layers.isEmpty else { return }
        layers = [Log(startingAt: first, capacity: capacity, dataCapacity: dataCapacity)]
    }

    /// Whether a call or an event with this number was recorded, forgotten or not.
    public func has(_ origin: LayerEvent.Origin) -> Bool {
        switch origin {
        case .call(let number): number >= 1 && number <= count
        case .event(let number): number >= 1 && number <= eventCount
        }
    }

    private func call(of origin: LayerEvent.Origin?) -> Int? {
        switch origin {
        case .call(let number): number
        case .event(let number): events?[number]?.call
        case nil: nil
        }
    }

    /// The event with this number; nil if it is forgotten, cannot be read back or has not been recorded yet.
    public func event(_ number: Int) -> LayerEvent? { events?[number] }

    /// The newest wanted events, oldest first, at most as many as memory may hold.
    ///
    /// - Parameter call: ignores events recorded before that call; 0 for all.
    public func newestEvents(
        recordedFrom call: Int = 0,
        over mayMatter: (Digest) -> Bool = { _ in true },
        where isWanted: (LayerEvent) -> Bool = { _ in true }
    ) -> [LayerEvent] {
        guard let events else { return [] }
        return events.newest(
            over: { $0.wasRecorded(from: call) && mayMatter($0) },
            until: { $0.after < call },
            where: isWanted
        )
    }

    /// The events that belong to a call, directly or through other events, oldest first.
    public func events(of call: Int) -> [LayerEvent] {
        newestEvents(recordedFrom: call, over: { $0.mayBelong(to: call...call) }, where: { $0.call == call })
    }

    /// The events that belong to some calls, keyed by call number, oldest first.
    public func events(of calls: [Call]) -> [Int: [LayerEvent]] {
        guard hasEvents else { return [:] }
        let wanted = Set(calls.map(\.number))
        guard let first = wanted.min(), let last = wanted.max() else { return [:] }
        let found = newestEvents(
            recordedFrom: first,
            over: { $0.mayBelong(to: first...last) },
            where: { $0.call.map(wanted.contains) ?? false }
        )
        return Dictionary(grouping: found) { $0.call ?? 0 }
    }

    /// The events on the socket with this number, whether they belong to a call or not, oldest first.
    public func events(on socket: Int) -> [LayerEvent] {
        newestEvents(over: { $0.mayTell(.called(socket)) }, where: { $0.socket == socket })
    }

    /// The events of some statements from one number onwards, oldest first.
    public func events(ofStatements statements: Set<Int>, from number: Int) -> [LayerEvent] {
        events?.newest(until: { $0.number < number }, where: { statements.contains($0.statement) }) ?? []
    }
}

extension Journal {
    /// The calls from one number onwards and the events that belong to them or happened meanwhile, in order of time:
    /// the newest, as many of each as memory may hold.
    public func entries(from number: Int = 1) -> [JournalEntry] {
        let calls = calls(from: number)
        guard hasEvents else { return calls.map { .call($0) } }
        let oldest = calls.first?.number ?? number
        // What was recorded before any call belongs to the start of the session.
        let first = oldest <= 1 ? 0 : oldest
        let events = newestEvents(recordedFrom: first, where: { ($0.call ?? $0.after) >= first })
        return JournalEntry.inOrder(calls, events)
    }

    /// Every available call and event in recording order, until `body` wants no more. So an event comes after what it
    /// belongs to. Events older than the oldest call are omitted.
    public func forwardEntries<Problem: Error>(_ body: (JournalEntry) throws(Problem) -> Bool) throws(Problem) {
        var rest = EventQueue(events, from: first > 1 ? first : 0)
        var isWanted = true
        try forward(from: first) { (call) throws(Problem) in
            while isWanted, let event = rest.next(before: call.number) { isWanted = try body(.event(event)) }
            if isWanted { isWanted = try body(.call(call)) }
            return isWanted
        }
        while isWanted, let event = rest.next(before: .max) { isWanted = try body(.event(event)) }
    }
}

/// The events of a log in order of number, one block in memory at a time.
private struct EventQueue {
    /// Where they come from; nil once all are taken.
    private var events: Log<LayerEvent>?
    private var run: ArraySlice<LayerEvent> = []
    private var number: Int

    /// The events recorded from some call onwards.
    init(_ events: Log<LayerEvent>?, from call: Int) {
        self.events = events
        number = events?.first ?? 1
        while let event = peek(), event.after < call { take() }
    }

    /// The next event, if it was recorded before the call with this number.
    mutating func next(before call: Int) -> LayerEvent? {
        guard let event = peek(), event.after < call else { return nil }
        take()
        return event
    }

    private mutating func peek() -> LayerEvent? {
        guard run.isEmpty, let events else { return run.first }
        run = events.run(from: number)[...]
        if run.isEmpty { self.events = nil }
        return run.first
    }

    private mutating func take() { if let event = run.popFirst() { number = event.number + 1 } }
}
