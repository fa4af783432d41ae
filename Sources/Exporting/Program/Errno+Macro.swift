import Sockets
import SystemPackage

extension Errno {
    /// Whether its name is a macro's.
    var hasMacro: Bool { Self.named.contains { $0.errno == self } }
}
