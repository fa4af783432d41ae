/// What a read that makes several calls goes on for, as recvline, recvuntil and recvall do.
public enum ReadAim: Hashable, Sendable {
    /// Bytes that end the read.
    case delimiter([UInt8])
    /// The end of the stream.
    case end
}
