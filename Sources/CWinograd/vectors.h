// Sixteen numbers at a time, in one register where the processor has AVX-512.
#pragma once
#include "winograd.h"

typedef float vector __attribute__((ext_vector_type(16)));
#define INLINE __attribute__((always_inline)) static inline
#if defined(__x86_64__)
#define WIDE __attribute__((target("avx512f")))
#else
#define WIDE
#endif
#pragma STDC FP_CONTRACT ON

INLINE long least(long a, long b) { return a < b ? a : b; }
