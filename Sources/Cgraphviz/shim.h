#if !__has_include(<graphviz/gvc.h>)
#error "Graphviz is not installed: apt-get install libgraphviz-dev"
#else
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

// The length that `gvRenderData` gives is an `unsigned int` up to Graphviz 12 and a `size_t` later;
// this always gives a `size_t`. After a failure Graphviz leaves a stale pointer behind, this does not.
static inline int gv_render(
    GVC_t *context, Agraph_t *graph, const char *format, char **data, size_t *length) {
  typedef int narrow_t(GVC_t *, graph_t *, const char *, char **, unsigned int *);
  typedef int wide_t(GVC_t *, graph_t *, const char *, char **, size_t *);
  int failed;
  *data = 0;
  *length = 0;
  if (_Generic(&gvRenderData, narrow_t *: 1, default: 0)) {
    unsigned int count = 0;
    failed = ((narrow_t *)gvRenderData)(context, graph, format, data, &count);
    *length = count;
  } else {
    failed = ((wide_t *)gvRenderData)(context, graph, format, data, length);
  }
  if (failed) {
    *data = 0;
    *length = 0;
  }
  return failed;
}
#endif
