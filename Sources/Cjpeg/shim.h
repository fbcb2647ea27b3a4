#if !__has_include(<turbojpeg.h>)
#error "libjpeg-turbo is not installed: apt-get install libturbojpeg0-dev"
#else
#include <turbojpeg.h>
#endif
