//! The only bridge to MapLibre GL JS.
