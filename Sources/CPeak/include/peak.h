/// How many fused multiply-adds one thread does: `rounds` times what `peak_adds_per_round` says.
///
/// Nothing is read or written but registers, in the widest vectors the processor has. Returns a number
/// that depends on all of them, so that none can be left out.
float peak_run(long rounds);

/// Multiplications and additions in one round.
long peak_operations_per_round(void);

/// The vectors used: "AVX-512", "AVX2", or "baseline".
const char *peak_vectors(void);
