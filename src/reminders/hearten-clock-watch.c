/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-clock-watch.h"

#include <errno.h>
#include <stdint.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

typedef struct
{
  GSource source;
  int fd;
} ClockWatch;

/* Far away: what is waited for is the cancelling. */
static gboolean
arm (int fd)
{
  struct itimerspec never = { .it_value.tv_sec = time (NULL) + 100L * 365 * 24 * 60 * 60 };

  return timerfd_settime (fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL) == 0;
}

static gboolean
clock_watch_dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  ClockWatch *self = (ClockWatch *) source;
  uint64_t expirations;

  if (read (self->fd, &expirations, sizeof expirations) >= 0 || errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  if (!arm (self->fd))
    return G_SOURCE_REMOVE;
  return callback (user_data);
}

static void
clock_watch_finalize (GSource *source)
{
  close (((ClockWatch *) source)->fd);
}

static GSourceFuncs clock_watch_funcs = {
  .dispatch = clock_watch_dispatch,
  .finalize = clock_watch_finalize,
};

GSource *
hearten_clock_watch_new (void)
{
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  GSource *source;

  if (fd < 0)
    return NULL;
  if (!arm (fd))
    {
      close (fd);
      return NULL;
    }
  source = g_source_new (&clock_watch_funcs, sizeof (ClockWatch));
  g_source_set_static_name (source, "wall clock watch");
  ((ClockWatch *) source)->fd = fd;
  g_source_add_unix_fd (source, fd, G_IO_IN);
  return source;
}
