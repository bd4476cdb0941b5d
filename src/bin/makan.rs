//! The command line program.

fn main() -> std::process::ExitCode {
    makan::cli::run()
}
