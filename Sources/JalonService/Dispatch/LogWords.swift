extension String {
    /// What a server has said, fit for the log: servers repeat addresses, and names stand before an @.
    var withoutAddresses: String {
        replacing(/[^\s<>"',;:()\[\]]*@[^\s<>"',;:()\[\]]*/, with: "…")
    }
}
