//! The command line program: a thin skin over the engine, and the builder of the gazetteer.

mod gazetteer;
pub mod lint;
pub mod merge;
pub mod tables;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Reads news articles about Syria and finds every place, stated distance and event in them.
#[derive(Parser)]
#[command(name = "makan", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Search the gazetteer, count it, or build it from its tables.
    #[command(subcommand)]
    Gazetteer(gazetteer::Command),
}

/// Runs the program; what goes wrong is said in one line on standard error.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Gazetteer(command) => gazetteer::run(command),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("makan: {error:#}");
            ExitCode::FAILURE
        }
    }
}
