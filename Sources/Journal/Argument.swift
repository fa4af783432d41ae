import Language
import Sockets
import SystemPackage

/// One argument of a call, or one thing that the call wrote, under the name that the man page gives it.
public struct Argument: Hashable, Sendable {
    /// The parameter's name in the man page, `backlog` for instance.
    public let name: String
    /// What was passed, or written.
    public let value: Content

    /// An argument under its man page's name.
    public init(_ name: String, _ value: Content) {
        self.name = name
        self.value = value
    }

    /// What an argument can be.
    public enum Content: Hashable, Sendable {
        /// A file descriptor.
        case descriptor(Int32)
        /// A number.
        case integer(Int)
        /// A number that a macro names, and the name.
        case constant(String, Int)
        /// An address with its length.
        case address(SocketAddress)
        /// Bytes, perhaps only the first of them.
        case data(Clip)
        /// Room for so many bytes that the call is to write.
        case room(Int)
        /// A text that ends with NUL in C.
        case text(String)
        /// A value of an option, decoded.
        indirect case option(OptionValue, raw: [UInt8])
        /// Ancillary data.
        case ancillary([AncillaryMessage])
        /// Poll's array.
        case poll([PollEntry])
        /// Several of a kind.
        case list([Content])
        /// A null pointer.
        case null
    }
}

/// The beginning of some data, and how long all of it was.
public struct Clip: Hashable, Sendable {
    /// How many bytes a clip keeps at the most.
    public static let limit = 65536

    /// How many bytes are kept of each call in a long transfer into a file, which has the data anyway; and of any data, once
    /// memory has no room for its call.
    public static let beginningLimit = 4096

    /// The first bytes, at most ``limit``.
    public let bytes: [UInt8]
    /// How many there were.
    public let count: Int

    /// The beginning of `bytes`.
    public init(_ bytes: [UInt8]) {
        count = bytes.count
        self.bytes = bytes.count <= Self.limit ? bytes : Array(bytes[..<Self.limit])
    }

    /// The beginning of a buffer, at most so many bytes of it.
    public init(_ buffer: UnsafeRawBufferPointer, keeping most: Int = limit) {
        count = buffer.count
        bytes = Array(buffer.prefix(min(max(most, 0), Self.limit)))
    }

    /// A beginning that was saved, or that is all a log tells; nil where it is longer than the whole, or than a clip can
    /// be.
    public init?(restoring bytes: [UInt8], count: Int) {
        guard bytes.count <= Self.limit, count >= bytes.count else { return nil }
        self.bytes = bytes
        self.count = count
    }

    /// Whether all of it was kept.
    public var isWhole: Bool { bytes.count == count }
}
