//! The command line program: a thin skin over the engine, and the builder of the gazetteer.

mod analyse;
mod gazetteer;
mod input;
mod lines;
mod link;
pub mod lint;
pub mod merge;
mod own;
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
    /// Read articles and write what they say of places, distances and events.
    Analyse(analyse::Options),
    /// Make the link that carries an article, or read one.
    #[command(subcommand)]
    Link(link::Command),
    /// Search the gazetteer, count it, or build it from its tables.
    #[command(subcommand)]
    Gazetteer(gazetteer::Command),
}

/// Runs the program; what goes wrong is said in one line on standard error.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Analyse(options) => analyse::run(options),
        Command::Link(command) => link::run(command),
        Command::Gazetteer(command) => gazetteer::run(command),
    };
    match done {
        Ok(code) => code,
        // Whoever was reading has read enough: `makan … | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("makan: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let cause = error.root_cause().downcast_ref::<std::io::Error>();
    cause.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
