import Sockets

extension CallKind {
    /// Why an exported program has a comment in the place of a call of that kind; nil where the program makes it. A test
    /// walks over the catalogue and names the kinds of which neither is told.
    static let leftOut: [CallKind: String] = {
        let conversion = "its results are written where they are used"
        let process = "the program is one process, and runs no other"
        let list = "the program polls the sockets themselves, so it needs no list of epoll"
        var reasons: [CallKind: String] = [
            .splice: "the pipe is not in the journal", .epoll_create: list, .epoll_create1: list, .epoll_ctl: list,
            .if_nametoindex: conversion, .if_indextoname: conversion, .if_nameindex: conversion,
        ]
        for kind in allCases where kind.has(.converts) { reasons[kind] = conversion }
        let processes: CallTraits = [.makesProcess, .replacesProgram, .endsProcess]
        for kind in allCases where !kind.traits.isDisjoint(with: processes) { reasons[kind] = process }
        return reasons
    }()
}
