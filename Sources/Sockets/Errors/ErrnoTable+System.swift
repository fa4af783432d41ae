extension ErrnoTable {
    #if os(Linux)
        /// Linux only.
        static let system: [ErrnoEntry] = devices + libraries + keys

        private static let devices: [ErrnoEntry] = [
            ErrnoEntry(ECHRNG, "ECHRNG", "ChannelOutOfRange", "channel number out of range"),
            ErrnoEntry(EL2NSYNC, "EL2NSYNC", "Level2NotSynchronized", "level 2 not synchronized"),
            ErrnoEntry(EL3HLT, "EL3HLT", "Level3Halted", "level 3 halted"),
            ErrnoEntry(EL3RST, "EL3RST", "Level3Reset", "level 3 reset"),
            ErrnoEntry(ELNRNG, "ELNRNG", "LinkOutOfRange", "link number out of range"),
            ErrnoEntry(EUNATCH, "EUNATCH", "DriverNotAttached", "protocol driver not attached"),
            ErrnoEntry(ENOCSI, "ENOCSI", "NoCSIStructure", "no CSI structure available"),
            ErrnoEntry(EL2HLT, "EL2HLT", "Level2Halted", "level 2 halted"),
            ErrnoEntry(EBADE, "EBADE", "InvalidExchange", "invalid exchange"),
            ErrnoEntry(EBADR, "EBADR", "InvalidRequestDescriptor", "invalid request descriptor"),
            ErrnoEntry(EXFULL, "EXFULL", "ExchangeFull", "exchange full"),
            ErrnoEntry(ENOANO, "ENOANO", "NoAnode", "no anode"),
            ErrnoEntry(EBADRQC, "EBADRQC", "InvalidRequestCode", "invalid request code"),
            ErrnoEntry(EBADSLT, "EBADSLT", "InvalidSlot", "invalid slot"),
            ErrnoEntry(EBFONT, "EBFONT", "BadFont", "bad font file"),
            ErrnoEntry(ENONET, "ENONET", "NotOnNetwork", "this machine is not on the network"),
            ErrnoEntry(ENOPKG, "ENOPKG", "PackageNotInstalled", "package not installed"),
            ErrnoEntry(EADV, "EADV", "AdvertiseError", "advertise error"),
            ErrnoEntry(ESRMNT, "ESRMNT", "RemoteMountError", "remote mount error"),
            ErrnoEntry(ECOMM, "ECOMM", "CommunicationError", "communication error on send"),
            ErrnoEntry(EDOTDOT, "EDOTDOT", "RemoteFileSystemError", "error of the remote file system"),
            ErrnoEntry(ENOTUNIQ, "ENOTUNIQ", "NameNotUnique", "name not unique on the network"),
            ErrnoEntry(EBADFD, "EBADFD", "DescriptorInBadState", "descriptor in a bad state"),
            ErrnoEntry(EREMCHG, "EREMCHG", "RemoteAddressChanged", "remote address changed"),
            ErrnoEntry(ESTRPIPE, "ESTRPIPE", "StreamsPipeError", "streams pipe error"),
            ErrnoEntry(EUCLEAN, "EUCLEAN", "NeedsCleaning", "structure needs cleaning"),
            ErrnoEntry(EREMOTEIO, "EREMOTEIO", "RemoteInputOutputError", "remote input or output error"),
            ErrnoEntry(ENOMEDIUM, "ENOMEDIUM", "NoMedium", "no medium found"),
            ErrnoEntry(EMEDIUMTYPE, "EMEDIUMTYPE", "WrongMediumType", "wrong type of medium"),
            ErrnoEntry(ERFKILL, "ERFKILL", "RadioKilled", "the radio is switched off"),
            ErrnoEntry(EHWPOISON, "EHWPOISON", "MemoryPoisoned", "memory page with a hardware error"),
        ]

        private static let libraries: [ErrnoEntry] = [
            ErrnoEntry(ELIBACC, "ELIBACC", "LibraryNotAccessible", "cannot access a shared library"),
            ErrnoEntry(ELIBBAD, "ELIBBAD", "LibraryCorrupted", "corrupted shared library"),
            ErrnoEntry(ELIBSCN, "ELIBSCN", "LibrarySectionCorrupted", "corrupted .lib section"),
            ErrnoEntry(ELIBMAX, "ELIBMAX", "TooManyLibraries", "too many shared libraries"),
            ErrnoEntry(ELIBEXEC, "ELIBEXEC", "LibraryNotExecutable", "a shared library cannot be run"),
            ErrnoEntry(ERESTART, "ERESTART", "ShouldRestart", "interrupted call should be restarted"),
            ErrnoEntry(ENOTNAM, "ENOTNAM", "NotANamedFile", "not a named type file"),
            ErrnoEntry(ENAVAIL, "ENAVAIL", "NoSemaphores", "no named semaphores available"),
            ErrnoEntry(EISNAM, "EISNAM", "IsANamedFile", "is a named type file"),
        ]

        private static let keys: [ErrnoEntry] = [
            ErrnoEntry(ENOKEY, "ENOKEY", "NoKey", "required key not available"),
            ErrnoEntry(EKEYEXPIRED, "EKEYEXPIRED", "KeyExpired", "key has expired"),
            ErrnoEntry(EKEYREVOKED, "EKEYREVOKED", "KeyRevoked", "key has been revoked"),
            ErrnoEntry(EKEYREJECTED, "EKEYREJECTED", "KeyRejected", "key was rejected"),
        ]
    #else
        /// Darwin only.
        static let system: [ErrnoEntry] = [
            ErrnoEntry(ENOTSUP, "ENOTSUP", "NotSupported", "not supported"),
            ErrnoEntry(EPROCLIM, "EPROCLIM", "TooManyProcesses", "too many processes"),
            ErrnoEntry(EBADRPC, "EBADRPC", "BadRemoteCall", "bad structure of a remote call"),
            ErrnoEntry(ERPCMISMATCH, "ERPCMISMATCH", "RemoteCallVersion", "wrong version of remote calls"),
            ErrnoEntry(EPROGUNAVAIL, "EPROGUNAVAIL", "RemoteProgramNotAvailable", "remote program not available"),
            ErrnoEntry(EPROGMISMATCH, "EPROGMISMATCH", "RemoteProgramVersion", "wrong version of the remote program"),
            ErrnoEntry(EPROCUNAVAIL, "EPROCUNAVAIL", "RemoteProcedureNotAvailable", "no such remote procedure"),
            ErrnoEntry(EFTYPE, "EFTYPE", "WrongFileType", "wrong type or format of file"),
            ErrnoEntry(EAUTH, "EAUTH", "AuthenticationError", "authentication error"),
            ErrnoEntry(ENEEDAUTH, "ENEEDAUTH", "AuthenticationNeeded", "authentication needed"),
            ErrnoEntry(EPWROFF, "EPWROFF", "PowerOff", "the device's power is off"),
            ErrnoEntry(EDEVERR, "EDEVERR", "DeviceError", "device error"),
            ErrnoEntry(EBADEXEC, "EBADEXEC", "BadExecutable", "bad executable"),
            ErrnoEntry(EBADARCH, "EBADARCH", "BadArchitecture", "wrong processor type in the executable"),
            ErrnoEntry(ESHLIBVERS, "ESHLIBVERS", "LibraryVersion", "wrong version of a shared library"),
            ErrnoEntry(EBADMACHO, "EBADMACHO", "MalformedMachO", "malformed executable file"),
            ErrnoEntry(ENOATTR, "ENOATTR", "NoAttribute", "attribute not found"),
            ErrnoEntry(ENOPOLICY, "ENOPOLICY", "NoPolicy", "no such policy"),
            ErrnoEntry(EQFULL, "EQFULL", "QueueFull", "the interface's queue is full"),
        ]
    #endif
}
