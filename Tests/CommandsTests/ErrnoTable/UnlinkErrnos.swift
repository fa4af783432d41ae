extension Provocation {
    /// unlink(2).
    static let unlinking: [Provocation] = [
        Provocation("unlink", "ENOENT", "unlink.nothing", "unlink DIR/none"),
        Provocation("unlink", "EISDIR", "unlink.folder", "unlink DIR"),
        Provocation("unlink", "ENOTDIR", "unlink.no-folder", "unlink DIR/file/a"),
        Provocation("unlink", "ELOOP", "unlink.path", "unlink DIR/loop/a"),
        lockedFolder("unlink", "unlink.forbidden", "unlink DIR/locked/a"),
        .injected("unlink", "ENAMETOOLONG", "unlink.path", "", "unlink DIR/a"),
        .injected("unlink", "EPERM", "unlink.other-owner", "", "unlink DIR/a"),
        .injected("unlink", "EROFS", "unlink.readonly", "", "unlink DIR/a"),
        .injected("unlink", "EBUSY", "unlink.busy", "", "unlink DIR/a"),
        .injected("unlink", "EIO", "unlink.disk", "", "unlink DIR/a"),
        .injected("unlink", "ENOMEM", "any.memory", "", "unlink DIR/a"),
    ]
}
