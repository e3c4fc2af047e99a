/** What people do in the shop, done with a real browser in the real platform. */
package io.daybook.standalone.journeys;
