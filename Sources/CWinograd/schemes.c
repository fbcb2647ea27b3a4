// The schemes: each function is a map of one dimension in two, read and stored as the header says.
#include "vectors.h"
#include <stdatomic.h>
#include "maps.h"
#include "maps3.h"
#include "squares.h"

#define SCHEME(name, n, m, r, input_map)                                                                         \
  WIDE static void input_##name(const float *plane, const winograd_place *p, const winograd_affine *a,           \
                                winograd_points to) {                                                            \
    if (a) read_mapped(input_map, n, n, plane, *p, a, to);                                                       \
    else read_mapped(input_map, n, n, plane, *p, 0, to);                                                         \
  }                                                                                                              \
  WIDE static void output_##name(winograd_points from, const float *bias, float *plane, const winograd_place *p, \
                                  int streams) {                                                                 \
    if (streams) write_mapped(map_output_##name, n, m, from, bias, plane, *p, 1);                                \
    else write_mapped(map_output_##name, n, m, from, bias, plane, *p, 0);                                        \
  }                                                                                                              \
  WIDE static void output_gradient_##name(const float *plane, const winograd_place *p, winograd_points to) {     \
    read_mapped(map_output_gradient_##name, m, n, plane, *p, 0, to);                                             \
  }                                                                                                              \
  WIDE static void filter_##name(const float *window, long step, winograd_points to) {                           \
    window_mapped(map_filter_##name, r, n, window, step, to);                                                    \
  }                                                                                                              \
  WIDE static void filter_gradient_##name(winograd_points from, float *window, long step) {                      \
    mapped_window(map_filter_gradient_##name, n, r, from, window, step);                                         \
  }

SCHEME(4x3, 6, 4, 3, map_input_6)
SCHEME(3x3, 5, 3, 3, map_input_3x3)
SCHEME(2x5, 6, 2, 5, map_input_6)
SCHEME(3x3_by2, 7, 3, 3, map_input_3x3_by2)
WIDE static void input_gradient_3x3_by2(winograd_points from, float *plane, const winograd_place *p) {
  add_mapped(map_input_gradient_3x3_by2, 7, from, plane, *p);
}

#define ROW(name, n, m, r, stride, input_gradient)                   \
  [winograd_##name] = {n, m, r, stride, input_##name, output_##name, \
                       output_gradient_##name, filter_##name,        \
                       filter_gradient_##name, input_gradient}
static const winograd_scheme schemes[winograd_schemes] = {
    ROW(4x3, 6, 4, 3, 1, 0), ROW(3x3, 5, 3, 3, 1, 0), ROW(2x5, 6, 2, 5, 1, 0),
    ROW(3x3_by2, 7, 3, 3, 2, input_gradient_3x3_by2)};

const winograd_scheme *winograd_scheme_of(int name) { return &schemes[name]; }

void winograd_finish(void) { atomic_thread_fence(memory_order_seq_cst); }

int winograd_has_vectors(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512f") != 0;
#else
  return 0;
#endif
}
