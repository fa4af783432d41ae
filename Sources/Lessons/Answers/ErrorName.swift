import Sockets
import SystemPackage

extension String {
    /// The error whose full C name this is: `EPROTO`, `EAI_NONAME`; nil if it is none, as `proto`, which names an argument.
    var error: String? {
        if ResolverError.known.contains(where: { $0.name == self }) { return self }
        if HostError.known.contains(where: { $0.name == self }) { return self }
        return hasPrefix("E") && self == uppercased() ? Errno(name: self)?.name : nil
    }
}
