extension CallRow {
    /// The rows in the order of the kinds.
    static let table: [CallRow] = {
        // A kind whose row is missing has an empty one, and a test that names it.
        var table = CallKind.allCases.map { CallRow($0, "\($0)", 2, [], []) }
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
    /// What the catalogue says of it.
    public var row: CallRow { CallRow.table[Int(rawValue)] }

    // Of the whole row a copy would have to be made, for every call that is recorded.

    /// The C function's name, `connect` for instance.
    public var name: String { CallRow.table[Int(rawValue)].name }

    /// What it does, in traits.
    public var traits: CallTraits { CallRow.table[Int(rawValue)].traits }

    /// Whether it has all of these traits.
    public func has(_ traits: CallTraits) -> Bool { self.traits.contains(traits) }

    /// What it waits for, unless its socket is not to wait; nil for a call that never waits.
    public var waitsFor: CallWait? { CallRow.table[Int(rawValue)].waitsFor }

    /// The kind that a C function's name, or another spelling that a system call goes by, stands for; nil where the
    /// catalogue has no such call.
    public init?(name: some StringProtocol) {
        guard let kind = CallRow.kinds[String(name)] else { return nil }
        self = kind
    }
}
