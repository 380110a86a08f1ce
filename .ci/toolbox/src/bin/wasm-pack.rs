use clap::Parser;

fn main() -> impl std::process::Termination {
    wasm_pack::command::run_wasm_pack(wasm_pack::Cli::parse().cmd)
}
