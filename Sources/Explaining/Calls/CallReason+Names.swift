import Journal
import Sockets

extension CallReason {
    /// What it means that a name was found or a text was made.
    var names: String? {
        switch call.kind {
        case .getaddrinfo: "The resolver gave addresses ready for connect or bind, the best first."
        case .getnameinfo: "An address was turned back into names; the other direction of getaddrinfo."
        case .gethostbyname: "The older lookup: IPv4 only, and without a port."
        case .gethostbyaddr: "A name is only what whoever runs the address's reverse zone says."
        case .getservbyname: "The port comes from the local file of services; nobody was asked over the network."
        case .getservbyport: "The usual name of the port; what really answers there is another matter."
        case .getprotobyname: "This is the number that the IP header has for that protocol."
        case .getprotobynumber: "The name of the protocol that has that number in the IP header."
        case .gethostname: "The name this machine gives itself; others may know it by another, or not at all."
        case .unlink: "The name is gone; a socket bound to it lives on, but nobody finds it any more."
        case .if_nametoindex: "The kernel knows interfaces by number; scopes and multicast want it."
        case .if_indextoname, .if_nameindex: "The names of the interfaces with these numbers."
        case .inet_pton, .inet_aton: "Text became the bytes that go into an address, in network order."
        case .inet_ntop, .inet_ntoa: "The bytes of an address became text for reading."
        case .htons, .htonl, .ntohs, .ntohl:
            "The network has the most significant byte first, whatever this machine has."
        default: nil
        }
    }
}
