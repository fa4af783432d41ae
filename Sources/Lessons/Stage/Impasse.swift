/// Why the step's own answer cannot be passed with any more from where the learner is, though nothing says that another cannot.
enum Impasse: Equatable {
    /// The one client that comes is accepted already, under another name; empty if it was closed since.
    case taken(as: String)
    /// A socket that the answer uses is closed.
    case closed(String)
    /// A socket has an address already, and it is another.
    case bound(String, to: String)
    /// The connection of a socket is over, and the answer does not make it again.
    case over(String)
    /// A socket has shut down its sending direction, and the answer sends on it.
    case shut(String)
    /// A scripted other end has come to its end, and is to receive something.
    case gone(peer: String)
    /// The next line of the answer was typed, and failed.
    case failed
    /// All of the answer was typed, and it did not help.
    case exhausted

    /// Why, in a sentence or none.
    func text(in messages: Messages) -> String {
        switch self {
        case .taken(""): messages(.clientTaken)
        case .taken(let name): messages(.clientTakenAs, ["name": name])
        case .closed(let name): messages(.socketClosed, ["name": name])
        case .bound(let name, let address): messages(.boundForGood, ["name": name, "address": address])
        case .over(let name): messages(.connectionOver, ["name": name])
        case .shut(let name): messages(.sendingOver, ["name": name])
        case .gone(let peer): messages(.peerOver, ["peer": peer])
        case .failed: messages(.rightButFailed)
        case .exhausted: messages(.allTyped)
        }
    }
}
