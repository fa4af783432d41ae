extension CallRow {
    /// The rows in order of kind.
    static let table: [CallRow] = {
        // A kind without a row gets an empty one, and a test names it: a case's own name costs a third of a start here.
        var table = CallKind.allCases.map { CallRow($0, "", 2, [], []) }
        for row in sockets + transfer + descriptors + waiting + processes + names + conversions {
            table[Int(row.kind.rawValue)] = row
        }
        return table
    }()

    /// The kinds by name, and by the other spellings.
    static let kinds: [String: CallKind] = {
        var kinds: [String: CallKind] = [:]
        for row in table {
            for name in [row.name] + row.spellings { kinds[name] = row.kind }
        }
        return kinds
    }()
}

extension CallKind {
    /// Its row in the catalogue.
    public var row: CallRow { CallRow.table[Int(rawValue)] }

    // A whole row would have to be copied for every recorded call.

    /// The C function's name, such as `connect`.
    public var name: String { CallRow.table[Int(rawValue)].name }

    /// What it does, in traits.
    public var traits: CallTraits { CallRow.table[Int(rawValue)].traits }

    /// Whether it has all of these traits.
    public func has(_ traits: CallTraits) -> Bool { self.traits.contains(traits) }

    /// What it waits for, unless its socket is non-blocking; nil for a call that never waits.
    public var waitsFor: CallWait? { CallRow.table[Int(rawValue)].waitsFor }

    /// The kind with a C function's name or another spelling of the system call; nil if the catalogue has no such call.
    public init?(name: some StringProtocol) {
        guard let kind = CallRow.kinds[String(name)] else { return nil }
        self = kind
    }
}
