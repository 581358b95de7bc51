/// In this target, `print` is this one: no text reaches standard output but through ``Terminal``.
func print(_ text: String = "", terminator: String = "\n") {
    Terminal.write(text + terminator)
}
